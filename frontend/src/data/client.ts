/** Requests to the HTTP API, and its errors as they are told (RFC 9457). */

export const BASE = "/api/v1";

export class ApiError extends Error {
  constructor(readonly status: number, readonly code: string, message: string, readonly nextStep: string | null) {
    super(message);
  }
}

export type Parameters = Record<string, string | number | boolean | string[] | null | undefined>;

/** A path below /api/v1 with its parameters; empty ones are left out, lists are repeated. */
export function address(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== "") query.append(name, String(one));
    }
  }
  const text = query.toString();
  return BASE + path + (text ? `?${text}` : "");
}

/** A part of a path: keys hold colons, spaces and letters of any script. */
export const part = encodeURIComponent;

async function problem(response: Response): Promise<ApiError> {
  try {
    const told = (await response.json()) as { code?: string; detail?: string; title?: string; next_step?: string };
    return new ApiError(response.status, told.code ?? "failed", told.detail ?? told.title ?? response.statusText, told.next_step ?? null);
  } catch {
    return new ApiError(response.status, "failed", response.statusText || String(response.status), null);
  }
}

export async function get<T>(url: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal: signal ?? null, headers: { accept: "application/json" } });
  if (!response.ok) throw await problem(response);
  return (await response.json()) as T;
}

/** Sends a body; the token that permits writing comes from the session alone. */
export async function send<T>(method: string, url: string, body?: unknown, token?: string | null): Promise<T> {
  const headers: Record<string, string> = { accept: "application/json" };
  const file = body instanceof Blob;
  if (body !== undefined) headers["content-type"] = file ? "application/octet-stream" : "application/json";
  if (token) headers["authorization"] = `Bearer ${token}`;
  const response = await fetch(url, { method, headers, body: body === undefined ? null : file ? body : JSON.stringify(body) });
  if (!response.ok) throw await problem(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
