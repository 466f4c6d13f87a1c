/** Ukrainian words for who is said to hold a place. The server tells it in English, with names in it that stay as they are. */
const phrases: [RegExp, string][] = [
  [/^claimed by (.+), conceded by (.+)$/, "контроль заявляє $1, визнає $2"],
  [/^claimed by (.+), denied by (.+)$/, "контроль заявляє $1, заперечує $2"],
  [/^claimed by (.+), contested by (.+)$/, "контроль заявляє $1, про бої каже $2"],
  [/^claimed by (.+)$/, "контроль заявляє $1"],
  [/^conceded by (.+)$/, "втрату визнає $1"],
  [/^contested$/, "оспорюється"],
  [/^third parties say (.+)$/, "за словами третіх сторін, утримує $1"],
  [/^third parties tell of ground gained$/, "треті сторони кажуть про просування"],
  [/^no report since (.+)$/, "немає повідомлень після $1"],
  [/^says (.+) holds it$/, "каже, що утримує $1"],
  [/^says (.+) lost it$/, "каже про втрату: $1"],
  [/^denies that (.+) took it$/, "заперечує захоплення: $1"],
  [/^says it is fought over$/, "каже, що точаться бої"],
  [/^tells of ground gained$/, "каже про просування"],
  [/^the map has it in no side's area$/, "на карті — нічия територія"],
  [/^the map has it in (.+)'s area$/, "на карті — територія: $1"],
];
const UNCONFIRMED = ", unconfirmed";

/** A status in Ukrainian; one of a form that is not known stays as it is. */
export function ukStatus(told: string): string {
  const open = told.endsWith(UNCONFIRMED);
  const plain = open ? told.slice(0, -UNCONFIRMED.length) : told;
  for (const [form, words] of phrases) {
    const found = form.exec(plain);
    if (!found) continue;
    const names = found.slice(1).map((name) => name.replaceAll(" and ", " та ").replaceAll(" or ", " або "));
    return words.replace(/\$(\d)/g, (_, n: string) => names[Number(n) - 1] ?? "") + (open ? ", не підтверджено" : "");
  }
  return told;
}
