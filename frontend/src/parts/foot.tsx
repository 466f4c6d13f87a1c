import { about } from "../data/shared";
import { choose, language, number, t, type Language } from "../strings";

const NAMES: Record<Language, string> = { en: "English", uk: "Українська" };

export function LanguageChoice() {
  return (
    <label class="small">{t("language")}{" "}
      <select value={language.value} onChange={(event) => choose(event.currentTarget.value as Language)}>
        {Object.entries(NAMES).map(([id, name]) => <option key={id} value={id} lang={id}>{name}</option>)}
      </select>
    </label>
  );
}

export function Foot() {
  const told = about.value;
  return (
    <footer class="foot">
      {told ? <span>{t("ledger.line", { reports: number(told.ledger.reports), claims: number(told.ledger.claims), newest: told.ledger.newest ?? "–" })}</span> : null}
      {told ? <span>fogline {told.version}</span> : null}
      <a href="/api/v1/openapi.json">API</a>
      <span class="noprint"><LanguageChoice /></span>
    </footer>
  );
}
