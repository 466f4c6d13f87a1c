import { useEffect, useState } from "preact/hooks";
import { signal } from "@preact/signals";
import { go } from "../router";
import { t } from "../strings";

/** A file that was dropped, until the page that reads takes it. */
export const dropped = signal<File | null>(null);

const holdsFile = (event: DragEvent): boolean => Boolean(event.dataTransfer?.types.includes("Files"));

/** The whole page takes files that are dropped on it. */
export function DropZone() {
  const [over, set] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      set(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) set(false);
    };
    const drop = (event: DragEvent): void => {
      set(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      dropped.value = file;
      if (location.pathname !== "/read") go("/read");
    };
    addEventListener("dragover", drag);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", drag);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, []);
  return over ? <div class="drop-veil">{t("read.drop")}</div> : null;
}
