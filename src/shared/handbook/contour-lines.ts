// The drawing on the cover: boundaries of neighbouring districts, as lines. It is decoration, so it has no alternative text.
import { html } from './html.ts'

export const contourLines = html`<svg class="cover-lines" viewBox="0 0 210 297" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
<g fill="none" stroke="#fff" stroke-width="0.35" stroke-linejoin="round">
<path d="M-5 38 18 31 33 44 52 39 61 22 84 18 97 30 118 24 131 6 150 -5"/>
<path d="M33 44 29 66 41 83 36 104 14 112 -5 106"/>
<path d="M41 83 63 88 79 76 74 55 61 47 52 39"/>
<path d="M79 76 101 80 113 66 108 46 97 30"/>
<path d="M74 55 91 51 108 46"/>
<path d="M113 66 134 71 152 60 149 38 131 27 118 24"/>
<path d="M149 38 171 33 184 18 180 -5"/>
<path d="M152 60 170 72 193 68 215 76"/>
<path d="M36 104 52 120 48 143 29 151 22 172 31 195"/>
<path d="M52 120 76 117 88 101 101 80"/>
<path d="M48 143 70 150 89 141 93 121 76 117"/>
<path d="M93 121 116 126 131 113 127 92 134 71"/>
<path d="M88 101 106 103 127 92"/>
<path d="M131 113 153 117 168 102 170 72"/>
<path d="M89 141 97 162 90 195"/>
<path d="M97 162 121 166 137 151 133 131 116 126"/>
<path d="M153 117 160 137 150 155 137 151"/>
<path d="M160 137 183 141 215 131"/>
<path d="M150 155 156 176 147 195"/>
<path d="M29 151 8 146 -5 152"/>
<path d="M156 176 179 172 195 182 215 178"/>
<path d="M31 195 52 204 78 197 90 195 112 209 147 195 166 208 189 203 215 210"/>
<path d="M52 204 47 229 63 248 57 272 68 302"/>
<path d="M-5 214 19 219 47 229"/>
<path d="M63 248 91 251 108 236 112 209"/>
<path d="M108 236 134 244 158 233 166 208"/>
<path d="M91 251 99 276 88 302"/>
<path d="M99 276 126 281 141 265 134 244"/>
<path d="M158 233 181 241 215 237"/>
<path d="M181 241 176 266 192 284 188 302"/>
<path d="M141 265 176 266"/>
<path d="M126 281 131 302"/>
<path d="M-5 262 22 267 57 272"/>
</g>
<path d="M79 76 101 80 88 101 76 117 52 120 36 104 41 83 63 88Z" fill="#fff" fill-opacity="0.07" stroke="none"/>
<path d="M134 71 152 60 170 72 168 102 153 117 131 113 127 92Z" fill="#fff" fill-opacity="0.05" stroke="none"/>
</svg>`
