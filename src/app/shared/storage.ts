/** What the reader's browser remembers between visits. Storage may be switched off: then it remembers nothing. */
const PREFIX = 'trial-by-trial/';

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // The address still holds what matters.
  }
}

/**
 * Whether a later version of the page wrote what is remembered, which says so as `version`: it is neither read nor
 * written over.
 */
export function isLater(text: string | null, version: number): boolean {
  try {
    const kept = JSON.parse(text ?? 'null') as { version?: unknown } | null;
    return typeof kept?.version === 'number' && kept.version > version;
  } catch {
    return false;
  }
}
