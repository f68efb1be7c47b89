/** Browsers come from the operating system (see scripts/ensure-browsers.mjs), never from a download at install time. */
module.exports = {skipDownload: true};
