// Biome checks style and correctness; these three rules need types, which only typescript-eslint reads.
import tseslint from "typescript-eslint";

const folders = [
  "law",
  "case",
  "procedures",
  "workflows",
  "activities",
  "register",
  "temporal",
  "desk",
  "identity",
  "statistics",
  "installation",
  "rig",
  "worker",
  "api",
  "console",
  "config",
  "scripts",
  "test",
  "bench",
];

export default tseslint.config(
  // What is made here, and never committed: a bundle of the workflows carries the SDK's own directives.
  { ignores: [".guichet", "dist", "coverage"] },
  {
    files: folders.map((folder) => `${folder}/**/*.{ts,tsx}`),
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
);
