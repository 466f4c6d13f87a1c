/** The online style that the server names, where it can be reached; else the map that the app brings along. */
import type { StyleSpecification } from "maplibre-gl";
import { get, address } from "../data/client";
import { about } from "../data/shared";
import type { About } from "../data/types";
import { FONT } from "./base";

export interface Online { url: string; font: string[] }

export async function onlineStyle(): Promise<Online | null> {
  const told = about.value ?? (await get<About>(address("/about")).catch(() => null));
  const url = told?.map_style;
  if (!url) return null;
  try {
    const response = await fetch(url);
    return response.ok ? { url, font: fontOf((await response.json()) as StyleSpecification) } : null;
  } catch {
    return null;
  }
}

/** A font that the style's own labels use: its site serves the letters of no other. */
export function fontOf(style: StyleSpecification): string[] {
  if (!style.glyphs) return FONT;
  for (const layer of style.layers) {
    const font: unknown = layer.type === "symbol" ? layer.layout?.["text-font"] : null;
    if (Array.isArray(font) && font.length && font.every((name) => typeof name === "string") && font[0] !== "literal") return font as string[];
  }
  return FONT;
}
