import { useState } from 'react'
export const c = useState
