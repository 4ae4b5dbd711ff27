// The words of forecasts in Spanish.
import type { forecasts as english } from '../en/forecasts.ts'
import type { Texts } from '../texts.ts'

export const forecasts: Texts<typeof english> = {}
