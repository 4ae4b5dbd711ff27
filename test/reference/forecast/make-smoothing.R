# Makes smoothing.json: exponential smoothing, Theta, Croston and STL of R's `forecast` and `stats` packages.
# Run once: Rscript make-smoothing.R > smoothing.json. Neither the product nor its tests need R.
suppressPackageStartupMessages(library(forecast))

number <- function(x) ifelse(is.finite(x), formatC(x, digits = 13, format = "g"), "null")
row <- function(x) paste0("[", paste(trimws(number(as.numeric(x))), collapse = ", "), "]")
text <- function(x) paste0("\"", x, "\"")
one <- function(x) trimws(number(as.numeric(x)))

series <- list(
  list(name = "AirPassengers monthly", y = AirPassengers, h = 15),
  list(name = "USAccDeaths monthly", y = USAccDeaths, h = 12),
  list(name = "UKgas quarterly", y = UKgas, h = 8),
  list(name = "Nile yearly", y = Nile, h = 6),
  list(name = "Nine quarters of a small firm", y = ts(c(410, 532, 488, 790, 455, 561, 530, 861, 470), frequency = 4), h = 4)
)
forms <- list(c("A", "N", "N"), c("M", "N", "N"), c("A", "A", "N"), c("M", "A", "N"), c("A", "Ad", "N"), c("M", "Ad", "N"),
  c("A", "N", "A"), c("M", "N", "A"), c("A", "A", "A"), c("M", "A", "A"), c("A", "Ad", "A"), c("M", "Ad", "A"),
  c("M", "N", "M"), c("M", "A", "M"), c("M", "Ad", "M"))

fits <- function(s) {
  out <- c()
  for (f in forms) {
    if (f[3] != "N" && frequency(s$y) == 1) next
    fit <- try(suppressWarnings(ets(s$y, model = paste0(f[1], substr(f[2], 1, 1), f[3]), damped = f[2] == "Ad", bounds = "usual")), silent = TRUE)
    if (inherits(fit, "try-error") || !isTRUE(is.finite(fit$aicc))) next
    # A fitted value of 0 or less has no meaning where errors are in proportion; R goes on regardless.
    if (f[1] == "M" && any(fitted(fit) <= 0)) next
    p <- fit$par
    get <- function(n, other) if (n %in% names(p)) p[[n]] else other
    m <- frequency(s$y)
    states <- fit$states[1, ]
    # R keeps the newest season first; here the season of the first value comes first.
    season <- if (f[3] == "N") c() else rev(as.numeric(tail(states, m)))
    fc <- forecast(fit, h = s$h, level = 95)
    out <- c(out, paste0("      { \"error\": ", text(f[1]), ", \"trend\": ", text(f[2]), ", \"season\": ", text(f[3]),
      ", \"alpha\": ", one(p[["alpha"]]), ", \"beta\": ", one(get("beta", 0)), ", \"gamma\": ", one(get("gamma", 0)), ", \"phi\": ", one(get("phi", 1)),
      ",\n        \"level\": ", one(states[1]), ", \"slope\": ", one(if (f[2] == "N") 0 else states[2]), ", \"seasons\": ", row(season),
      ",\n        \"deviance\": ", one(-2 * fit$loglik), ", \"aicc\": ", one(fit$aicc), ", \"variance\": ", one(fit$sigma2),
      ",\n        \"middle\": ", row(fc$mean), ",\n        \"sd\": ", row((fc$upper - fc$mean) / qnorm(0.975)), " }"))
  }
  paste(out, collapse = ",\n")
}

theta <- function(s) {
  f <- thetaf(s$y, h = s$h, level = 95)
  paste0("{ \"middle\": ", row(f$mean), ", \"sd\": ", row((f$upper - f$mean) / qnorm(0.975)), " }")
}

split <- function(s, ...) {
  z <- stl(ts(as.numeric(s$y), frequency = frequency(s$y)), ..., s.jump = 1, t.jump = 1, l.jump = 1)$time.series
  paste0("{ \"season\": ", row(z[, 1]), ",\n        \"trend\": ", row(z[, 2]), " }")
}

parts <- c()
for (s in series) {
  m <- frequency(s$y)
  stl_part <- if (m > 1 && length(s$y) > 3 * m) paste0(",\n    \"stl\": { \"window11\": ", split(s, s.window = 11), ",\n      \"periodic\": ",
    # R's robust weights ask a partial sort for two places in falling order, and so miss the median of many series; not of this one.
    split(s, s.window = "periodic"), if (s$name == "USAccDeaths monthly") paste0(",\n      \"robust\": ", split(s, s.window = 11, robust = TRUE)) else "", " }") else ""
  parts <- c(parts, paste0("  { \"name\": ", text(s$name), ", \"seasonLength\": ", m, ", \"values\": ", row(s$y), ",\n    \"ets\": [\n", fits(s),
    "\n    ],\n    \"theta\": ", theta(s), stl_part, " }"))
}

rare <- list(c(0, 0, 6, 0, 0, 6), c(3, 0, 0, 5, 0, 1, 0, 0, 0, 4), c(0, 2, 0, 0, 0, 0, 7, 1, 0), c(5, 5, 5, 5))
croston_rows <- sapply(rare, function(y) paste0("  { \"values\": ", row(y), ", \"rate01\": ", one(croston(y, h = 1, alpha = 0.1)$mean[1]),
  ", \"rate03\": ", one(croston(y, h = 1, alpha = 0.3)$mean[1]), " }"))

cat("{\n\"madeWith\": ", text(paste0(R.version.string, ", forecast ", packageVersion("forecast"))), ",\n\"series\": [\n", paste(parts, collapse = ",\n"),
  "\n],\n\"croston\": [\n", paste(croston_rows, collapse = ",\n"), "\n] }\n", sep = "")
