import { useEffect, useRef } from "preact/hooks";
import { t, type Key } from "../strings";
import { SearchBox } from "./search-box";

const PAGES: [string, Key, string[]][] = [
  ["", "nav.map", []], ["places", "nav.places", ["place"]], ["reports", "nav.reports", ["report"]], ["disputes", "nav.disputes", []], ["changes", "nav.changes", []],
  ["sources", "nav.sources", ["source"]], ["review", "nav.review", []], ["coverage", "nav.coverage", []], ["read", "nav.read", []],
];

export function Header({ page }: { page: string }) {
  const pages = useRef<HTMLElement>(null);
  useEffect(() => { pages.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" }); }, [page]); // on a phone not all are in view
  return (
    <header class="top">
      <a class="brand" href="/"><img src="/icon.svg" alt="" />fogline</a>
      <nav ref={pages} aria-label={t("nav.main")}>
        {PAGES.map(([path, key, below]) => <a key={path} href={`/${path}`} aria-current={page === path || below.includes(page) ? "page" : undefined}>{t(key)}</a>)}
      </nav>
      <span class="space" />
      <SearchBox />
    </header>
  );
}
