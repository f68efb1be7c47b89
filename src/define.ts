/** Registers every element: what most host pages load. */
export {};
