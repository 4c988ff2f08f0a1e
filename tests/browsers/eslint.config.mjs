import compat from "eslint-plugin-compat";

export default [
  {
    ...compat.configs["flat/recommended"],
    files: ["assets/*.js"],
    languageOptions: { sourceType: "script", ecmaVersion: 2023 },
    settings: {
      polyfills: ["Highlight"], // Asked for before it is used: without it nothing is marked.
    },
  },
];
