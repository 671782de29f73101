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
