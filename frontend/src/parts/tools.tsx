import { useState } from "preact/hooks";
import { t } from "../strings";
import { where } from "../router";

/** Puts a text on the clipboard; browsers give pages that come by plain HTTP from elsewhere only the old way to. */
async function put(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const box = document.body.appendChild(document.createElement("textarea"));
  box.value = text;
  box.select();
  document.execCommand("copy");
  box.remove();
}

/** Copies a text and says so for a moment. */
export function Copy({ text, label }: { text: () => string; label: string }) {
  const [done, set] = useState(false);
  const copy = async () => {
    await put(text());
    set(true);
    setTimeout(() => set(false), 1800);
  };
  return <button type="button" onClick={() => void copy()}><span aria-live="polite">{done ? t("copied") : label}</span></button>;
}

interface Props { csv?: string; geojson?: string; embed?: string }

/** What one can take along from a view. */
export function Tools({ csv, geojson, embed }: Props) {
  const [open, set] = useState(false);
  const framed = embed ? `<iframe src="${location.origin}${embed}" width="100%" height="480" title="fogline"></iframe>` : "";
  return (
    <div class="noprint">
      <div class="row small">
        <Copy text={() => location.origin + where.value.path + location.search} label={t("copy.link")} />
        {csv ? <a href={csv} download>CSV</a> : null}
        {geojson ? <a href={geojson} download>GeoJSON</a> : null}
        {embed ? <button type="button" aria-expanded={open} onClick={() => set(!open)}>{t("embed")}</button> : null}
        <button type="button" onClick={() => print()}>{t("print")}</button>
      </div>
      {open ? <label class="small">{t("embed.hint")}<textarea readOnly rows={3} value={framed} /></label> : null}
    </div>
  );
}
