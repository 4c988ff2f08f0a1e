export default {
  plugins: ["stylelint-no-unsupported-browser-features"],
  rules: {
    "plugin/no-unsupported-browser-features": [
      true,
      {
        ignorePartialSupport: true,
        // Niceties: where these are unknown, nothing that a reader needs is lost.
        ignore: [
          "css-color-adjust", // How paper shows colours.
          "css-paged-media", // The margins of paper.
          "css-scrollbar", // How scroll bars look.
          "css-touch-action", // Whether a finger that drags the map scrolls the page as well.
          "css3-cursors", // The stage hides the pointer that rests.
          "css3-cursors-grab", // How a mouse looks; these browsers have none.
        ],
      },
    ],
  },
};
