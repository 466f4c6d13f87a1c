import { address, part } from "../data/client";
import { eventLabel } from "../data/labels";
import type { Capture, ClaimRow, Page, WholeSource } from "../data/types";
import { useApi } from "../data/use-api";
import { Bars } from "../parts/bars";
import { ClaimList } from "../parts/claim-item";
import { DayPlot } from "../parts/day-plot";
import { Shown } from "../parts/shown";
import { Side } from "../parts/side";
import { useTitle } from "../parts/title";
import { Tools } from "../parts/tools";
import { Records } from "../review/records";
import { placeUrl, sourceUrl } from "../router";
import { t, tell, type Key } from "../strings";

const counts = (told: Record<string, number>) => Object.entries(told).sort((a, b) => b[1] - a[1]);

/** Who a source is, what it claimed, and what became of its claims of capture. */
export default function SourcePage({ id }: { id: string }) {
  const answer = useApi<WholeSource>(address(`/sources/${part(id)}`));
  useTitle(answer.data?.source.name ?? t("nav.sources"));
  return <Shown answer={answer}>{(whole) => <Content whole={whole} again={answer.again} />}</Shown>;
}

function Content({ whole, again }: { whole: WholeSource; again: () => void }) {
  const { source } = whole;
  const claims = useApi<Page<ClaimRow>>(address("/claims", { source: source.key, limit: 50 }));
  return (
    <>
      <div class="row apart"><h1><bdi>{source.name}</bdi></h1><Tools csv={address("/claims.csv", { source: source.key })} geojson={address("/claims.geojson", { source: source.key })} /></div>
      <p class="soft">{tell("kind", source.kind)} · <Side side={source.side} /> · {source.claims} {t("claims")} · {source.reports} {t("reports")}</p>
      <div class="columns">
        <div>
          <h2>{t("sources.days")}</h2><DayPlot label={t("claims")} days={whole.days} />
          <h2>{t("sources.track")}</h2><Track whole={whole} />
          <h2>{t("place.claims")}</h2><Shown answer={claims}>{(page) => <ClaimList claims={page.items} />}</Shown>
        </div>
        <aside>
          <h2>{t("sources.events")}</h2><Bars rows={counts(whole.events).slice(0, 10).map(([event, count]) => ({ id: event, label: eventLabel(event), count }))} />
          <h2>{t("stance")}</h2><Bars rows={counts(whole.stances).map(([stance, count]) => ({ id: stance, label: tell("stance", stance), count }))} />
          <h2>{t("sources.outlets")}</h2><Bars rows={counts(whole.outlets).map(([outlet, count]) => ({ id: outlet, label: <bdi>{outlet}</bdi>, count }))} />
          <h2>{t("sources.names")}</h2><ul class="plain">{counts(source.aliases).map(([name, count]) => <li key={name}><bdi>{name}</bdi> <span class="soft num">{count}</span></li>)}</ul>
          <Records key={source.key} kind="source" id={source.key} forms={Object.keys(source.aliases)} again={again} />
          {whole.others.length ? <><h2>{t("place.others")}</h2><ul class="plain">{whole.others.map((one) => <li key={one.key}><a href={sourceUrl(one.key)}><bdi>{one.name}</bdi></a></li>)}</ul></> : null}
        </aside>
      </div>
    </>
  );
}

const OUTCOMES = ["conceded", "denied", "reversed", "open"] as const;

function Track({ whole }: { whole: WholeSource }) {
  if (whole.captures.length === 0) return <p class="soft">{t("empty")}</p>;
  const delays = [...whole.days_to_concession].sort((a, b) => a - b);
  return (
    <>
      <Bars rows={OUTCOMES.map((id) => ({ id, label: t(`sources.${id}` as Key), count: whole.counts[id] ?? 0 }))} />
      {delays.length ? <p class="soft small">{t("sources.delay")}: <span class="num">{delays.join(", ")}</span></p> : null}
      <div class="scroll"><table>
        <thead><tr><th>{t("day")}</th><th>{t("sources.place")}</th><th>{t("sources.conceded")}</th><th>{t("sources.denied")}</th><th>{t("sources.reversed")}</th></tr></thead>
        <tbody>{whole.captures.map((one, index) => <CaptureRow key={index} one={one} />)}</tbody>
      </table></div>
    </>
  );
}

function CaptureRow({ one }: { one: Capture }) {
  return (
    <tr>
      <td class="num soft">{one.day ?? "–"}</td><td>{one.place ? <a href={placeUrl(one.place)}><bdi>{one.name}</bdi></a> : one.name}</td>
      <td class="num">{one.conceded ? `${one.conceded} ${one.conceded_by.join(", ")}` : "–"}</td><td>{one.denied_by.join(", ") || "–"}</td><td class="num">{one.reversed ?? "–"}</td>
    </tr>
  );
}
