import { effect } from "@preact/signals";
import type { ComponentType, JSX } from "preact";
import { lazy, Suspense } from "preact/compat";
import { useEffect, useRef } from "preact/hooks";
import { DisputesPage } from "./pages/disputes";
import { PlacePage } from "./pages/place";
import { PlacesPage } from "./pages/places";
import { ReportPage } from "./pages/report";
import { ReportsPage } from "./pages/reports";
import { SourcesPage } from "./pages/sources";
import { DropZone } from "./parts/drop-zone";
import { Foot } from "./parts/foot";
import { Header } from "./parts/header";
import { where } from "./router";
import { language, t } from "./strings";

const MapPage = lazy(() => import("./pages/map"));
const IncidentPage = lazy(() => import("./pages/incident"));
const SourcePage = lazy(() => import("./pages/source"));
const ChangesPage = lazy(() => import("./pages/changes"));
const ReviewPage = lazy(() => import("./pages/review"));
const CoveragePage = lazy(() => import("./pages/coverage"));
const ReadPage = lazy(() => import("./pages/read"));

interface Routed { id: string; embedded?: boolean }
const PAGES: Record<string, ComponentType<Routed>> = {
  "": MapPage as ComponentType<Routed>, places: PlacesPage, place: PlacePage, reports: ReportsPage, report: ReportPage, disputes: DisputesPage,
  incident: IncidentPage as ComponentType<Routed>,
  changes: ChangesPage as ComponentType<Routed>, sources: SourcesPage, source: SourcePage as ComponentType<Routed>,
  review: ReviewPage as ComponentType<Routed>, coverage: CoveragePage as ComponentType<Routed>, read: ReadPage as ComponentType<Routed>,
};

effect(() => {
  document.documentElement.lang = language.value;
  document.documentElement.dir = t("direction");
});

/** The last part of a path that still has its percent signs; a broken one is taken as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function App(): JSX.Element {
  const { path } = where.value;
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => { // the link that led here is gone with its page: the keyboard goes on where the new one begins
    if (shown.current !== path && document.activeElement === document.body) main.current?.focus({ preventScroll: true });
    shown.current = path;
  }, [path]);
  const parts = path.split("/").filter(Boolean);
  const embedded = parts[0] === "embed";
  const [name = "", id = ""] = embedded ? parts.slice(1) : parts;
  const page = name === "map" ? "" : name;
  const Page = Object.hasOwn(PAGES, page) ? PAGES[page] : undefined;
  const content = Page ? <Page key={page + id} id={decoded(id)} embedded={embedded} /> : <p>{t("not_found")}</p>;
  return (
    <>
      {embedded ? null : <a class="skip" href="#content">{t("skip")}</a>}
      {embedded ? null : <Header page={page} />}
      <main ref={main} id="content" tabIndex={-1} class={page === "" ? "wide" : ""}><Suspense fallback={<p class="soft">{t("loading")}</p>}>{content}</Suspense></main>
      {embedded || page === "" ? null : <Foot />}
      {embedded ? null : <DropZone />}
    </>
  );
}
