/** A text that is copied by a button, and what is said of that beside it. */
export class Copying {
  #said = $state<'no' | 'yes' | 'refused'>('no');

  get said(): 'no' | 'yes' | 'refused' {
    return this.#said;
  }
  /** What was said of one text is not said of another. */
  forget(): void {
    this.#said = 'no';
  }
  /** @param field where it stands: what is not allowed, or not there, can be copied by hand from what is selected */
  async copy(text: string, field?: HTMLInputElement | HTMLTextAreaElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#said = 'yes';
    } catch {
      this.#said = 'refused';
      field?.focus();
      field?.select();
    }
  }
}
