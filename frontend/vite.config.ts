import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

// The API's server in development: start `fogline serve` beside `npm run dev`.
const server = "http://127.0.0.1:8321";

export default defineConfig({
  plugins: [preact()],
  worker: { format: "es" },
  server: { proxy: { "/api": server } },
  build: {
    outDir: "../src/fogline/web/app",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0, // everything is a file of its own, for the Content Security Policy
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
});
