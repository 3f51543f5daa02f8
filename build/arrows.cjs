/** The arrows between the rooms, as ARCHITECTURE.md draws them. A rule that no machine checks leaks. */
const rooms = ["shared", "electron", "renderer", "server", "cli", "build", "test"];

/** The four hosts know `shared` and themselves; `build` starts things; `test` may know everything. */
const hosts = ["electron", "renderer", "server", "cli"];
const apart = hosts.map((room) => ({
  name: `${room}-knows-only-shared`,
  severity: "error",
  // The explorer of schedules runs the service's own store and judge in its process: see DECISIONS.md.
  from: { path: `^${room}/`, ...(room === "cli" ? { pathNot: "^cli/sync-sim/" } : {}) },
  to: { path: `^(${rooms.filter((other) => other !== room && other !== "shared").join("|")})/` },
}));

/** Inside the window: `ui` ← `records` ← `screens` ← `app`, and the stores know no screen. */
const window = [
  ["ui", ["records", "screens", "app", "db", "sync", "paper"]],
  ["records", ["screens", "app"]],
  ["screens", ["app"]],
  ["paper", ["screens", "app"]],
  ["db", ["ui", "records", "screens", "app", "paper", "sync", "desktop"]],
  ["sync", ["ui", "records", "screens", "app", "paper", "desktop"]],
  ["desktop", ["ui", "records", "screens", "app", "paper", "db", "sync"]],
  ["state", ["ui", "records", "screens", "app", "paper", "db", "sync", "desktop"]],
].map(([room, strangers]) => ({
  name: `renderer-${room}-arrows`,
  severity: "error",
  from: { path: `^renderer/${room}/` },
  to: { path: `^renderer/(${strangers.join("|")})/` },
}));

/** In the service: `store`, `sync`, `people` ← `routes` ← `app`; what people do goes into `audit`, which knows only SQL. */
const service = [
  ["store", "^server/(routes|sync|people|audit|app|main)"],
  ["sync", "^server/(routes|people|audit|app|main)"],
  ["audit", "^server/(routes|sync|people|app|main)"],
  ["people", "^server/(routes|sync|app|main)"],
  ["routes", "^server/(app|main)"],
].map(([room, path]) => ({
  name: `server-${room}-arrows`,
  severity: "error",
  from: { path: `^server/${room}/` },
  to: { path },
}));

module.exports = {
  forbidden: [
    ...apart,
    ...window,
    ...service,
    {
      name: "explorer-knows-shared-and-the-service",
      severity: "error",
      from: { path: "^cli/sync-sim/" },
      to: { path: "^(electron|renderer|build|test|server/(routes|people|audit|app|main))" },
    },
    {
      name: "shared-knows-nobody",
      severity: "error",
      from: { path: "^shared/" },
      to: { path: `^(${[...hosts, "build", "test"].join("|")})/` },
    },
    {
      name: "shared-imports-zod-and-itself",
      comment:
        "shared/import/read may use the pure readers of files (xlsx, papaparse, fflate): see DECISIONS.md",
      severity: "error",
      from: { path: "^shared/", pathNot: "^shared/(import/read|archive)/" },
      to: {
        dependencyTypes: ["npm", "npm-dev", "core", "npm-no-pkg", "unknown"],
        pathNot: "node_modules/zod/",
      },
    },
    {
      name: "readers-import-only-pure-readers",
      severity: "error",
      from: { path: "^shared/import/read/" },
      to: {
        dependencyTypes: ["npm", "npm-dev", "core", "npm-no-pkg", "unknown"],
        pathNot: "node_modules/(zod|xlsx|papaparse|fflate|@types/papaparse)/",
      },
    },
    {
      name: "archive-knows-age-and-what-changes-are",
      comment:
        "the format of files that are carried: shared/lib, shared/sync and the encryption, on both sides",
      severity: "error",
      from: { path: "^shared/archive/" },
      to: {
        path: "^(shared/(?!archive/|lib/|sync/)|node_modules/)",
        pathNot: "node_modules/(zod|age-encryption)/",
      },
    },
    {
      name: "dexie-only-in-db",
      severity: "error",
      from: { path: "^(renderer|shared|electron|server|cli)/", pathNot: "^renderer/db/" },
      to: { path: "node_modules/dexie" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "nothing-imports-a-test",
      severity: "error",
      from: { path: `^(shared|${hosts.join("|")}|build)/` },
      to: { path: "^test/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|node_modules/\\.cache)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json"] },
  },
};
