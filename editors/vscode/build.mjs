// SPDX-FileCopyrightText: 2026 The jvom authors
// SPDX-License-Identifier: EUPL-1.2
//
// Bundles the extension, and puts beside it what goes along: the schemas, jvom's licence, and those of the
// packages that are in the bundle.

import { build } from "esbuild";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const made = await build({
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  bundle: true,
  minify: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  external: ["vscode"],
  metafile: true,
  logLevel: "warning",
});

mkdirSync("schema", { recursive: true });
for (const name of readdirSync("../../schema")) cpSync(join("../../schema", name), join("schema", name));
cpSync("../../LICENSE", "LICENSE.txt");

const packages = new Set(
  Object.keys(made.metafile.inputs)
    .map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0])
    .filter(Boolean),
);
const notices = [...packages].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (!file || !existsSync(join(folder, file))) throw new Error(`${name} has no licence file`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
});
writeFileSync("third-party-notices.txt", notices.join(`\n${"-".repeat(80)}\n\n`));
