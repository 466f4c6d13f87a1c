import { useEffect, useState } from "preact/hooks";
import { address, part, send } from "../data/client";
import type { Reading } from "../data/types";
import { dropped } from "../parts/drop-zone";
import { Reader } from "../parts/reader";
import { Failure } from "../parts/shown";
import { useTitle } from "../parts/title";
import { t, tell } from "../strings";

const PAUSE = 700; // milliseconds between two looks at the progress

/** Reads a text or a file and shows its claims; nothing is kept. */
export default function ReadPage() {
  const [text, setText] = useState("");
  const [day, setDay] = useState("");
  const [reading, set] = useState<Reading | null>(null);
  const [error, fail] = useState<Error | null>(null);
  useTitle(t("nav.read"));
  const start = async (ask: () => Promise<Reading>): Promise<void> => {
    fail(null);
    set(null);
    try {
      set(await ask());
    } catch (problem) {
      fail(problem instanceof Error ? problem : new Error(String(problem)));
    }
  };
  const readFile = (file: File): Promise<void> => start(() => send<Reading>("POST", address("/readings", { name: file.name, published: day }), file));
  useEffect(() => {
    const file = dropped.value;
    if (!file) return;
    dropped.value = null;
    void readFile(file);
  }, [dropped.value]);
  useEffect(() => {
    if (!reading || reading.state === "done" || reading.state === "failed") return;
    let asked = true; // until another text is read
    const timer = setTimeout(() => {
      send<Reading>("GET", address(`/readings/${part(reading.id)}`)).then(
        (next) => { if (asked) set(next); },
        (problem: Error) => { if (asked) { fail(problem); set(null); } },
      );
    }, PAUSE);
    return () => {
      asked = false;
      clearTimeout(timer);
    };
  }, [reading]);
  return (
    <>
      <h1>{t("nav.read")}</h1>
      <p class="soft">{t("read.lead")}</p>
      <form class="noprint" onSubmit={(event) => { event.preventDefault(); void start(() => send<Reading>("POST", address("/readings"), { text, published: day || null })); }}>
        <label>{t("read.text")}<textarea rows={reading ? 4 : 10} dir="auto" value={text} required onInput={(event) => setText(event.currentTarget.value)} /></label>
        <div class="row">
          <label class="small">{t("read.published")} <input type="date" value={day} onChange={(event) => setDay(event.currentTarget.value)} /></label>
          <button class="main" type="submit">{t("read.start")}</button>
          <label class="small">{t("read.file")} <input type="file" onChange={(event) => { const file = event.currentTarget.files?.[0]; if (file) void readFile(file); }} /></label>
        </div>
      </form>
      {error ? <Failure error={error} /> : null}
      {reading ? <Result reading={reading} /> : null}
    </>
  );
}

function Result({ reading }: { reading: Reading }) {
  const busy = reading.state === "waiting" || reading.state === "reading";
  return (
    <>
      <p role="status" class="row"><strong>{tell("read.state", reading.state)}</strong>
        {busy ? <progress max={Math.max(1, reading.reports_expected)} {...(reading.reports_done ? { value: reading.reports_done } : {})} /> : null}
        <span class="soft">{reading.claims} {t("claims")}</span> {reading.state === "done" ? <span class="soft">{t("read.not_kept")}</span> : null}</p>
      {reading.problems.map((one, index) => <div class="notice bad" key={index}><p>{one.name}: {one.message}</p>{one.next_step ? <p class="soft">{one.next_step}</p> : null}</div>)}
      {reading.results.map((one) => <section key={one.report.id}>{one.report.title ? <h2 dir="auto">{one.report.title}</h2> : null}<Reader text={one.report.text} claims={one.claims} /></section>)}
    </>
  );
}
