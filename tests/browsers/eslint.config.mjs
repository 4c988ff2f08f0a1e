import js from "@eslint/js";
import compat from "eslint-plugin-compat";
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import globals from "globals";

// The way of imports: a folder of assets/js imports itself and what stands before it.
const WAY = ["core", "state", "page", "map", "explore", "record", "brief", "trends", "input"];

const zones = WAY.map((folder, place) => ({
  target: `./assets/js/${folder}`,
  from: "./assets/js",
  except: WAY.slice(0, place + 1).map((name) => `./${name}`),
  message: `${folder} imports only itself and what comes before it: ${WAY.slice(0, place).join(", ")}.`,
}));

export default [
  js.configs.recommended,
  {
    ...compat.configs["flat/recommended"],
    files: ["assets/**/*.js"],
    languageOptions: { sourceType: "module", ecmaVersion: 2023, globals: globals.browser },
    plugins: { ...compat.configs["flat/recommended"].plugins, "import-x": importX },
    settings: {
      polyfills: ["Highlight", "requestIdleCallback", "navigator.connection"], // Asked for first.
      "import-x/resolver-next": [createNodeResolver()],
    },
    rules: {
      ...compat.configs["flat/recommended"].rules,
      "import-x/first": "error",
      "import-x/named": "error",
      "import-x/no-cycle": "error",
      "import-x/no-duplicates": "error",
      "import-x/no-restricted-paths": ["error", { basePath: import.meta.dirname, zones }],
      "import-x/no-unresolved": "error",
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", 40],
      "no-restricted-globals": ["error", "event", "name", "status"],
      "no-restricted-syntax": [
        "error",
        {
          selector: "AssignmentExpression[left.type='MemberExpression'][left.object.name='window']",
          message: "The page has no globals of its own.",
        },
      ],
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: "error",
    },
  },
  {
    // What Dash and plotly want to find by a global name, and what Dash asks by one.
    files: ["assets/js/map/dash.js", "assets/js/map/home.js", "assets/js/map/plotly.js"],
    rules: { "no-restricted-syntax": "off" },
  },
];
