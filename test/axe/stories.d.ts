/** Every story module there is, by path; served by web-test-runner.config.mjs. */
declare module 'virtual:stories' {
  const modules: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  export {modules};
}
