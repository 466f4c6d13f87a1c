/** What the HTTP API answers: see docs/reference/api.md. Only the keys that the app shows. */

export interface Page<T> { items: T[]; next: string | null; total: number }

export interface SourceRef { key: string | null; name: string; kind: string | null; side: string | null; chain: string[] }
export interface PlaceRef {
  key: string | null; name: string; relation: string | null; lat: number | null; lon: number | null;
  country: string | null; admin1: string | null; feature: string | null; precision: string | null; precision_m: number | null;
}
export interface When { from: string | null; to: string | null; kind: string | null; edtf: string | null }
export interface Quantity {
  start: number; end: number; text: string; low: number | null; best: number | null; high: number | null;
  unit: string | null; category: string | null; scope: string | null;
}
export interface ClaimRow {
  id: string; record: number; report: string; publisher: string | null; origin: string | null; event: string; stance: string;
  source: SourceRef | null; actor: { name: string; side: string | null } | null; target: { name: string; side: string | null } | null;
  place: PlaceRef | null; time: When | null; said: string | null; known: string | null; quantities: Quantity[]; words: string;
  against: unknown; incident: number | null; confidence: number | null; review: "open" | "accepted" | "corrected";
}

export interface Status {
  status: string; state?: string | null; holder: string | null; from: string | null; to: string | null;
  confirmed: string | null; age?: number | null; claims: number[]; because: string | null;
}
export interface PlaceRow {
  key: string; name: string; lat: number | null; lon: number | null; geonames: number | null; country: string | null;
  admin1: string | null; feature: string | null; population: number | null; forms: Record<string, string>; claims: number;
  first: string | null; latest: string | null; events: Record<string, number>; disputed: boolean; status: Status | null;
}
export interface Lane { speaker: string; party: boolean; spans: Status[] }
export interface TollNumber { day: string | null; low: number | null; best: number | null; high: number | null; scope: string | null; claim: string }
export interface Toll {
  incident: number; event: string; who: string | null; kind: string; since: string | null; lowest: number | null; highest: number | null;
  sources: { source: string; name: string; side: string | null; numbers: TollNumber[] }[];
}
export interface Dispute {
  incident: number; what: string; place: string | null; name: string | null; since: string | null; latest: string | null;
  sides: { side: string; claims: ClaimRow[] }[]; contradictions: { claim: number; other: number; because: string }[];
}
export interface Member extends ClaimRow { joined_to: number | null; because: string }
export interface Incident {
  id: number; event: string; place: string | null; place_name: string | null; begin: string | null; until: string | null; claims: number; origins: number;
  sides: string[]; disputed: boolean; members: Member[]; tolls: Toll[];
}
export interface Dossier {
  place: PlaceRow; as_of: string | null; now: Status | null; status: Status[]; rows: Lane[]; claims: ClaimRow[]; claims_total: number;
  disputes: Dispute[]; tolls: Toll[]; users: Record<string, string[]>; others: PlaceRow[];
}

export interface ReportRow {
  id: string; name: string; title: string | null; publisher: string | null; agency: string | null; url: string | null; language: string | null;
  published_from: string | null; published_to: string | null; basis: string | null; known: string | null; words: number; claims: number;
  origin: string | null;
}
export interface Spanned { start: number; end: number; text?: string }
export interface ReadClaim extends Record<string, unknown> { id: string; event: string; evidence: Spanned; now?: ClaimRow | null }
export interface WholeReport {
  row: ReportRow;
  report: { id: string; text: string; title: string | null; warnings: string[]; published: { from: string | null; to: string | null } | null };
  claims: ReadClaim[];
  copies: { kind: string; version: boolean; direction: string; report: ReportRow }[];
  added: string | null; sha256: string | null; bytes: number | null; redacted: boolean;
}
export interface Cite { words: string; source: string | null; outlet: string | null; published: string | null; url: string | null; sha256: string; text: string }
export interface Judgement { number: number; at: string; user: string; kind: string; target: string; note: string; undone: boolean; body: Record<string, unknown> }
export interface WholeClaim {
  claim: ClaimRow | null; read: ReadClaim & { because?: string[] }; report: ReportRow; cite: Cite;
  relations: { kind: string; direction: string; because: string; claim: ClaimRow }[]; judgements: Judgement[];
}

export interface SourceRow { key: string; name: string; kind: string | null; side: string | null; aliases: Record<string, number>; claims: number; reports: number }
export interface Capture {
  place: string | null; name: string; side: string; day: string | null; claims: number[]; conceded: string | null; conceded_by: string[];
  denied_by: string[]; reversed: string | null; open: boolean;
}
export interface WholeSource {
  source: SourceRow; events: Record<string, number>; stances: Record<string, number>; days: { day: string; total: number }[];
  outlets: Record<string, number>; captures: Capture[]; counts: Record<string, number>; days_to_concession: number[]; others: SourceRow[];
}

export interface Facet { value: string | null; count: number }
export interface Facets { total: number; facets: Record<string, Facet[]>; located: { yes: number; no: number } }
export interface Days { by: string; days: { day: string; total: number; families: Record<string, number> }[]; undated: number }
export interface Vocabulary {
  families: { id: string; label: string }[]; events: { id: string; family: string; label: string }[]; stances: string[]; kinds: string[];
  disputes: { id: string; label: string }[]; fields: { id: string; choices: string[] | null; may_be_none: boolean }[];
}
export interface About {
  version: string; ledger: { reports: number; claims: number; places: number; sources: number; first: string | null; newest: string | null; behind: boolean };
  writable: boolean; reading: boolean; map_style: string | null; limits: { upload_megabytes: number; page: number };
}
export interface ControlFeature { type: "Feature"; id: string; geometry: { type: "Point"; coordinates: [number, number] } | null; properties: Record<string, unknown> & {
  name: string; state: string; holder: string | null; status: string; age: number | null; confirmed: string | null; country: string | null; admin1: string | null } }
/** One that has a point. */
export type Located = ControlFeature & { geometry: NonNullable<ControlFeature["geometry"]> };
export interface Control { type: "FeatureCollection"; day: string; as_known: string; features: ControlFeature[] }
export interface Changes {
  since: string; claims: ClaimRow[]; claims_total: number; now: string | null;
  denies: Pair[]; differs: Pair[]; concedes: Pair[]; revises: Pair[]; status: { place: string; name: string; before: Status | null; now: Status | null }[];
}
export interface Pair { later: ClaimRow; earlier: ClaimRow; because: string }
export interface Coverage {
  reports: number; copies: number; origins: number; days: { day: string; reports: number; copies: number; claims: number }[];
  outlets: { publisher: string | null; reports: number; copies: number; claims: number; first: string | null; latest: string | null }[];
  languages: { language: string | null; reports: number; claims: number }[]; sides: { side: string | null; claims: number; sources: number; origins: number }[];
  missing: Record<string, number>;
  scores: { annotated: { reports: number; note?: string }; items: { id: string; value: number | null; words: string }[] } | null;
}
export interface Found {
  places: { key: string; name: string; form: string | null; country: string | null; admin1: string | null; claims: number }[];
  sources: { key: string; name: string; kind: string | null; side: string | null; claims: number }[];
  reports: ReportRow[]; claims: ClaimRow[]; claims_total: number;
}
export interface Reading {
  id: string; state: "waiting" | "reading" | "done" | "failed"; reports_done: number; reports_expected: number; claims: number;
  results: WholeReport[]; problems: { name: string; code: string; message: string; next_step: string | null }[];
}
