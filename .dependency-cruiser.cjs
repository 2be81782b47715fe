/** The arrows between packages: see CONTRIBUTING.md. */
const from = (name) => `^packages/${name}/`;
const may = (name, ...targets) => ({
  name: `arrows-of-${name}`,
  comment: `${name} may import only: ${targets.join(", ") || "no other package"}`,
  severity: "error",
  from: { path: from(name) },
  to: { path: "^packages/", pathNot: [name, ...targets].map(from) },
});
const pure = ["settlement", "stability", "forecast"];
const all = ["case", "record", ...pure, "brief", "store"];

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    may("case"),
    may("record", "case"),
    ...pure.map((name) => may(name, "case")),
    {
      name: "pure-cores-do-not-know-case",
      comment: "only from-case.ts translates; the mathematics is numbers in, numbers out",
      severity: "error",
      from: { path: `^packages/(${pure.join("|")})/src`, pathNot: "(from-case|\\.test)[^/]*\\.ts$" },
      to: { path: from("case") },
    },
    {
      name: "pure-cores-do-no-io",
      severity: "error",
      from: { path: `^packages/(case|${pure.join("|")}|brief)/src`, pathNot: "\\.test(\\.helper)?\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    may("store", "case"),
    may("brief", "case", "record", ...pure),
    may("server", ...all),
    may("cli", ...all, "server"),
    may("web", "case", "record", ...pure, "brief", "server"),
    {
      name: "web-talks-to-server-over-http",
      comment: "the workbench knows the server by the types of its messages only",
      severity: "error",
      from: { path: from("web") },
      to: { path: from("server"), pathNot: "^packages/server/src/api\\.ts$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(/dist/|\\.generated\\.ts$)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      conditionNames: ["parley-source", "import", "default", "types"],
      exportsFields: ["exports"],
    },
  },
};
