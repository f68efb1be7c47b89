export declare const browsers: Record<
  'chromium' | 'firefox' | 'webkitDriver' | 'webkitBrowser' | 'xvfb',
  () => string | undefined
>;
export declare const packages: Record<keyof typeof browsers, string>;
export declare const chromiumArgs: string[];
export declare const webkitEnvironment: (pictures: boolean) => Record<string, string>;
