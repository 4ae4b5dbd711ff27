// Lets one long writing have the file to itself over several turns of the event loop: whoever else calls waits until it is through,
// so that nobody sees half of it.

export class Gate {
  #closed: Promise<void> | undefined

  get isClosed(): boolean {
    return this.#closed !== undefined
  }

  /** Resolves when nobody has the gate closed. */
  async pass(): Promise<void> {
    while (this.#closed !== undefined) await this.#closed
  }

  /** Closes the gate for as long as `work` takes; those who want the same wait for their turn. */
  async whileClosed<T>(work: () => Promise<T>): Promise<T> {
    await this.pass()
    let reopen = (): void => undefined
    this.#closed = new Promise((resolve) => {
      reopen = resolve
    })
    try {
      return await work()
    } finally {
      this.#closed = undefined
      reopen()
    }
  }
}
