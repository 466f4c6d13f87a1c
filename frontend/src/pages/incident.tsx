import { address, part } from "../data/client";
import { eventLabel } from "../data/labels";
import { about } from "../data/shared";
import type { Incident, Member } from "../data/types";
import { useApi } from "../data/use-api";
import { ClaimItem } from "../parts/claim-item";
import { Shown } from "../parts/shown";
import { Side } from "../parts/side";
import { useTitle } from "../parts/title";
import { Tolls } from "../parts/tolls";
import { Gate } from "../review/gate";
import { Near, Standing, useTies } from "../review/ties";
import { placeUrl } from "../router";
import { t } from "../strings";

/** One event with its claims and why each was joined; with the token they are merged and split here. */
export default function IncidentPage({ id }: { id: string }) {
  const answer = useApi<Incident>(address(`/incidents/${part(id)}`));
  useTitle(`${t("incident.title")} ${id}`);
  return <Shown answer={answer}>{(incident) => <Whole incident={incident} again={answer.again} />}</Shown>;
}

function Whole({ incident, again }: { incident: Incident; again: () => void }) {
  const ties = useTies(incident, again);
  const writable = about.value?.writable === true;
  const days = [incident.begin, incident.until].filter((day, index, all) => day && all.indexOf(day) === index).join(" – ");
  return (
    <>
      <h1>{eventLabel(incident.event)}{incident.place ? <>: <a href={placeUrl(incident.place)}><bdi>{incident.place_name}</bdi></a></> : null}</h1>
      <p class="soft">{days ? `${days}. ` : ""}{incident.claims} {t("claims")}, {incident.origins} {t("coverage.origins")}. {t("incident.lead")}</p>
      <p class="row">{incident.sides.map((side) => <Side key={side} side={side} />)}{incident.disputed ? <span class="tag dispute">{t("map.disputed")}</span> : null}</p>
      {writable ? <Gate /> : null}
      {ties.message}
      <h2>{t("place.claims")}</h2>
      <ol class="plain">{incident.members.map((one) => <Joined key={one.id} member={one} among={incident.members} split={writable && incident.members.length > 1 ? () => void ties.split(one) : null} />)}</ol>
      {writable ? <Near incident={incident} merge={(claim) => void ties.merge(claim)} /> : null}
      {writable ? <Standing incident={incident} take={(one) => void ties.undo(one)} /> : null}
      {incident.tolls.length ? <><h2>{t("place.tolls")}</h2><Tolls tolls={incident.tolls} /></> : null}
    </>
  );
}

function Joined({ member, among, split }: { member: Member; among: Member[]; split: (() => void) | null }) {
  const to = among.find((one) => one.record === member.joined_to);
  return (
    <>
      <ClaimItem claim={member} />
      <li class="row apart small soft joined" data-claim={member.id}>
        <span>{to ? <>{t("incident.joined")} <a href={`#c${to.record}`} dir="auto">“{short(to.words)}”</a>: {member.because}</> : member.because || t("incident.first")}</span>
        {split ? <button type="button" class="noprint" onClick={split}>{t("incident.split")}</button> : null}
      </li>
    </>
  );
}

const short = (words: string): string => (words.length > 60 ? `${[...words].slice(0, 60).join("")}…` : words);
