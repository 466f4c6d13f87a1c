/** Who reviews, and with which token: kept for this tab alone. */
import { signal } from "@preact/signals";
import { address, send } from "../data/client";
import { keep, read } from "../data/kept";
import type { ClaimRow, Judgement } from "../data/types";

const USER = "fogline.user";
const TOKEN = "fogline.token";

export const user = signal(read("sessionStorage", USER) ?? "");
export const token = signal(read("sessionStorage", TOKEN) ?? "");

export function setUser(name: string): void {
  user.value = name;
  keep("sessionStorage", USER, name);
}

export function setToken(text: string): void {
  token.value = text;
  keep("sessionStorage", TOKEN, text);
}

export interface Judged { judgement: Judgement; claim: ClaimRow | null }

export const judge = (body: Record<string, unknown>): Promise<Judged> => send("POST", address("/review/judgements"), { ...body, user: user.value }, token.value);
export const undo = (number: number, note = ""): Promise<Judged> => send("POST", address(`/review/judgements/${number}/undo`), { user: user.value, note }, token.value);
