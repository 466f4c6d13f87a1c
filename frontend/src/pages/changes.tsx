import { useState } from "preact/hooks";
import { address } from "../data/client";
import { keep, read } from "../data/kept";
import type { Changes, Pair } from "../data/types";
import { useApi } from "../data/use-api";
import { ClaimList } from "../parts/claim-item";
import { Shown } from "../parts/shown";
import { useTitle } from "../parts/title";
import { placeUrl, setQuery, where } from "../router";
import { statusText, t } from "../strings";

const SEEN = "fogline.seen"; // the point in time up to which this browser's reader has looked
const EVER = "1900-01-01";

/** What is new since the reader last looked, or since a day. */
export default function ChangesPage() {
  const [seen, setSeen] = useState(read("localStorage", SEEN));
  const since = where.value.query.get("since") ?? seen ?? EVER;
  const answer = useApi<Changes>(address("/changes", { since, limit: 200 }));
  useTitle(t("nav.changes"));
  const mark = (now: string): void => {
    keep("localStorage", SEEN, now);
    setSeen(now);
    setQuery({ since: null });
  };
  return (
    <>
      <h1>{t("nav.changes")}</h1>
      <p class="soft">{t("changes.lead")}</p>
      <div class="row noprint">
        <label class="small">{t("changes.since")} <input type="date" value={since.slice(0, 10)} onChange={(event) => setQuery({ since: event.currentTarget.value || null })} /></label>
        {answer.data?.now ? <button type="button" class="main" onClick={() => mark(answer.data!.now!)}>{t("changes.mark")}</button> : null}
      </div>
      {since === EVER ? <p class="notice">{t("changes.first")}</p> : null}
      <Shown answer={answer}>{(told) => <Told told={told} />}</Shown>
    </>
  );
}

function Told({ told }: { told: Changes }) {
  return (
    <>
      {told.status.length ? (
        <>
          <h2>{t("changes.status")} <span class="soft small">{told.status.length}</span></h2>
          <div class="scroll"><table>
            <thead><tr><th>{t("sources.place")}</th><th>{t("changes.before")}</th><th>{t("changes.now")}</th></tr></thead>
            <tbody>{told.status.map((one) => <tr key={one.place}><td><a href={placeUrl(one.place)}><bdi>{one.name}</bdi></a></td><td class="soft">{one.before ? statusText(one.before.status) : "–"}</td><td>{one.now ? statusText(one.now.status) : "–"}</td></tr>)}</tbody>
          </table></div>
        </>
      ) : null}
      <Pairs title={t("changes.denies")} pairs={told.denies} />
      <Pairs title={t("changes.differs")} pairs={told.differs} />
      <Pairs title={t("changes.concedes")} pairs={told.concedes} />
      <Pairs title={t("changes.revises")} pairs={told.revises} />
      <h2>{t("changes.claims")} <span class="soft small">{told.claims.length} {t("of")} {told.claims_total}</span></h2>
      <ClaimList claims={told.claims} />
    </>
  );
}

function Pairs({ title, pairs }: { title: string; pairs: Pair[] }) {
  if (pairs.length === 0) return null;
  return (
    <>
      <h2>{title} <span class="soft small">{pairs.length}</span></h2>
      {pairs.slice(0, 50).map((one, index) => (
        <div class="card side-by-side" key={index}>
          <div><span class="soft small">{t("changes.before")}</span><ClaimList claims={[one.earlier]} /></div>
          <div><span class="soft small">{t("changes.now")}</span><ClaimList claims={[one.later]} /></div>
        </div>))}
    </>
  );
}
