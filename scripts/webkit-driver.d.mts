export declare function startWebKitDriver(options?: {
  pictures?: boolean;
}): Promise<{port: number; stop: () => void}>;
