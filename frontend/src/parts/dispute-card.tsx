import type { Dispute } from "../data/types";
import { disputeLabel } from "../data/labels";
import { incidentUrl, placeUrl } from "../router";
import { t } from "../strings";
import { ClaimList } from "./claim-item";
import { Side } from "./side";

const SHOWN = 4;

/** Both sides' words of what cannot both hold, beside each other. */
export function DisputeCard({ dispute, noPlace = false }: { dispute: Dispute; noPlace?: boolean }) {
  return (
    <section class="card">
      <h3>
        {!noPlace && dispute.place ? <><a href={placeUrl(dispute.place)}><bdi>{dispute.name}</bdi></a>: </> : null}{disputeLabel(dispute.what)}{" "}
        <span class="soft small"><a href={incidentUrl(dispute.incident)}>{t("incident")}</a>, {t("disputes.since")} {dispute.since ?? "–"}{dispute.latest && dispute.latest !== dispute.since ? ` – ${dispute.latest}` : ""}</span>
      </h3>
      <div class="side-by-side">
        {dispute.sides.map((side) => (
          <div key={side.side}>
            <div><strong><Side side={side.side} /></strong> <span class="soft small">{side.claims.length} {t("claims")}</span></div>
            <ClaimList claims={side.claims.slice(0, SHOWN)} noPlace />
            {side.claims.length > SHOWN ? <details><summary>{t("more")}</summary><ClaimList claims={side.claims.slice(SHOWN)} noPlace /></details> : null}
          </div>
        ))}
      </div>
    </section>
  );
}
