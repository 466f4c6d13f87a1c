// What a first visit loads: the page's own script and style, and those of the map with its worker. Gzip, in kB.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMIT = 600;
const folder = new URL("../src/fogline/web/app/assets/", import.meta.url);
const loaded = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name)); // more than one visit loads: an upper bound
const total = loaded.reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, folder))).length, 0) / 1000;
console.log(`JavaScript and CSS of all pages: ${total.toFixed(0)} kB gzip of at most ${LIMIT}`);
if (total > LIMIT) process.exit(1);
