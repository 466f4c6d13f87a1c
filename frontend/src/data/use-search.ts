import { useEffect, useState } from "preact/hooks";
import { address } from "./client";
import type { Found } from "./types";
import { useApi } from "./use-api";

const WAIT = 150; // milliseconds after the last key

/** A text that is typed, what is asked for when it rests, and what the search finds of it. */
export function useSearch(limit: number): { text: string; setText: (text: string) => void; asked: string; data: Found | null } {
  const [text, setText] = useState("");
  const [asked, ask] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => ask(text.trim()), WAIT);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useApi<Found>(asked ? address("/search", { q: asked, limit }) : null);
  return { text, setText, asked, data };
}
