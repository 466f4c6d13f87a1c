import { memo } from "preact/compat";
import type { Piece } from "../text/marks";

interface Props { pieces: Piece[]; on: string | null; choose: (claim: string) => void; hover: (claim: string | null) => void }

/** The text cut into pieces; a click picks the claim whose evidence is shortest there, for it is the closest one. */
export const MarkedText = memo(function MarkedText({ pieces, on, choose, hover }: Props) {
  return (
    <>
      {pieces.map((piece, index) => {
        if (piece.marks.length === 0) return piece.text;
        const closest = [...piece.marks].sort((a, b) => a.end - a.start - (b.end - b.start))[0]!.claim;
        const shown = on === null ? piece.marks : piece.marks.filter((mark) => mark.kind === "evidence" || mark.claim === on);
        const kinds = new Set(shown.map((mark) => `m-${mark.kind}`));
        if (on !== null && piece.marks.some((mark) => mark.claim === on)) kinds.add("m-on");
        return (
          <mark key={index} class={["m", ...kinds].join(" ")} data-claims={[...new Set(piece.marks.map((mark) => mark.claim))].join(" ")}
            onClick={() => choose(closest)} onMouseEnter={() => hover(closest)} onMouseLeave={() => hover(null)}>{piece.text}</mark>
        );
      })}
    </>
  );
});
