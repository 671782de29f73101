export declare const launchArguments: string[];
export declare function ensureBrowser(): Promise<{ executablePath: string | undefined }>;
