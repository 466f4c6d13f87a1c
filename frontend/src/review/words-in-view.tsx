import { useMemo } from "preact/hooks";
import { address, part } from "../data/client";
import type { WholeClaim, WholeReport } from "../data/types";
import { useApi } from "../data/use-api";
import { MarkedText } from "../parts/marked-text";
import { t } from "../strings";
import { cut } from "../text/marks";
import { marksOf } from "../text/of-claims";

const AROUND = 420; // characters of the text on each side of the evidence
const nothing = (): void => undefined;

/** The passage that a claim was read from, with what was read marked in it. */
export function WordsInView({ whole }: { whole: WholeClaim }) {
  const report = useApi<WholeReport>(address(`/reports/${part(whole.report.id)}`));
  const pieces = useMemo(() => (report.data ? around(report.data.report.text, whole) : []), [report.data, whole]);
  return <div class="reader" style={{ display: "block" }}><div class="text card" dir="auto">{report.data ? <MarkedText pieces={pieces} on={whole.read.id} choose={nothing} hover={nothing} /> : t("loading")}</div></div>;
}

function around(text: string, whole: WholeClaim) {
  const points = [...text];
  const { start, end } = whole.read.evidence;
  const from = Math.max(0, start - AROUND);
  const until = Math.min(points.length, end + AROUND);
  const marks = marksOf([whole.read]).map((mark) => ({ ...mark, start: mark.start - from, end: mark.end - from })).filter((mark) => mark.end > 0 && mark.start < until - from);
  return cut(points.slice(from, until).join(""), marks.map((mark) => ({ ...mark, start: Math.max(0, mark.start) })));
}
