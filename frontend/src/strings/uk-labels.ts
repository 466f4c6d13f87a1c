/** Ukrainian words for the vocabulary, whose English ones come from the server. */
export const ukLabels: Record<string, string> = {
  "event.control": "контроль над місцями", "event.attack": "удари", "event.harm": "втрати", "event.people": "люди", "event.aid": "допомога",
  "event.politics": "політика", "event.other": "інші заяви",
  "event.control.captured": "захоплено", "event.control.held": "утримується", "event.control.contested": "оспорюється", "event.control.advanced": "просування",
  "event.control.withdrawn": "відхід", "event.control.encircled": "оточено",
  "event.attack.airstrike": "авіаудар", "event.attack.missile": "ракетний удар", "event.attack.drone": "удар дроном", "event.attack.shelling": "обстріл",
  "event.attack.ground": "наземна атака", "event.attack.explosion": "вибух", "event.attack.intercept": "збито", "event.attack.other": "атака",
  "event.harm.killed": "загиблі", "event.harm.wounded": "поранені", "event.harm.detained": "затримані", "event.harm.stranded": "зниклі, заблоковані",
  "event.harm.damage": "руйнування", "event.harm.equipment": "втрати техніки",
  "event.people.displaced": "переміщені особи", "event.people.population": "населення", "event.people.conditions": "умови життя", "event.aid.access": "доступ допомоги",
  "event.politics.talks": "переговори", "event.politics.agreement": "угода", "event.politics.goal": "мета, вимога", "event.politics.status": "правовий статус",
  "event.politics.support": "підтримка", "event.other.statement": "заява",
  "dispute.control": "хто контролює", "dispute.blame": "хто це зробив", "dispute.count": "скільки", "dispute.event": "чи це сталося",
  "kind.government": "уряд", "kind.military": "військові", "kind.authority": "органи влади", "kind.armed_group": "озброєна група", "kind.analyst": "аналітики",
  "kind.blogger": "блогер", "kind.journalist": "журналіст", "kind.witness": "свідок", "kind.organization": "організація", "kind.imagery": "знімки",
  "kind.unnamed": "неназване джерело", "kind.narrator": "оповідач",
  "reviewed.open": "не перевірено", "reviewed.accepted": "прийнято", "reviewed.corrected": "виправлено",
};
