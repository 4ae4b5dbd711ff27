# Makes simple-methods.json: forecasts, prediction intervals and rolling-origin errors of R's `forecast` package for the four
# simple methods. Run once: Rscript make.R > simple-methods.json. Neither the product nor its tests need R.
suppressPackageStartupMessages(library(forecast))

number <- function(x) ifelse(is.na(x), "null", formatC(x, digits = 12, format = "g", flag = "#"))
row <- function(x) paste0("[", paste(trimws(number(as.numeric(x))), collapse = ", "), "]")
text <- function(x) paste0("\"", x, "\"")

series <- list(
  list(name = "UKgas quarterly 1960-1969", y = window(UKgas, end = c(1969, 4)), h = 8),
  list(name = "AirPassengers monthly 1949-1952", y = window(AirPassengers, end = c(1952, 12)), h = 12),
  list(name = "Nine quarters of a small firm", y = ts(c(410, 532, 488, 790, 455, 561, 530, 861, 470), frequency = 4, start = c(2024, 1)), h = 4),
  list(name = "Quarters with a stop in sales", y = ts(c(120, 0, 0, 340, 90, 15, 0, 410, 133, 22, 0), frequency = 4, start = c(2022, 1)), h = 6),
  list(name = "Nile yearly", y = window(Nile, start = 1930), h = 5)
)
methods <- list(
  naive = function(y, h) naive(y, h = h, level = c(80, 95)),
  seasonalNaive = function(y, h) snaive(y, h = h, level = c(80, 95)),
  drift = function(y, h) rwf(y, h = h, drift = TRUE, level = c(80, 95)),
  mean = function(y, h) meanf(y, h = h, level = c(80, 95))
)

parts <- c()
for (s in series) {
  results <- c()
  for (id in names(methods)) {
    f <- methods[[id]](s$y, s$h)
    results <- c(results, paste0("      ", text(id), ": { \"middle\": ", row(f$mean), ",\n        \"low80\": ", row(f$lower[, 1]),
      ",\n        \"high80\": ", row(f$upper[, 1]), ",\n        \"low95\": ", row(f$lower[, 2]), ",\n        \"high95\": ", row(f$upper[, 2]), " }"))
  }
  m <- frequency(s$y)
  # Rolling origin: every origin with at least m + 1 values before it, four steps ahead; errors are actual minus forecast.
  errors <- c()
  for (id in names(methods)) {
    e <- tsCV(s$y, function(y, h) methods[[id]](y, h), h = 4, initial = m)
    rows <- sapply((m + 1):(length(s$y) - 1), function(origin) row(e[origin, ]))
    errors <- c(errors, paste0("      ", text(id), ": [", paste(rows, collapse = ",\n        "), "]"))
  }
  parts <- c(parts, paste0("  { \"name\": ", text(s$name), ", \"seasonLength\": ", m, ", \"values\": ", row(s$y), ",\n    \"methods\": {\n",
    paste(results, collapse = ",\n"), "\n    },\n    \"rollingErrors\": {\n", paste(errors, collapse = ",\n"), "\n    } }"))
}
p <- c(1e-6, 0.001, 0.01, 0.025, 0.1, 0.3, 0.5, 0.8, 0.9, 0.975, 0.999, 1 - 1e-6)
dfs <- c(1, 2, 3, 4, 7, 30, 200)
t_rows <- sapply(dfs, function(df) paste0("{ \"df\": ", df, ", \"values\": ", row(qt(p, df)), " }"))
cat("{\n\"madeWith\": ", text(paste0(R.version.string, ", forecast ", packageVersion("forecast"))), ",\n\"series\": [\n", paste(parts, collapse = ",\n"),
  "\n],\n\"quantiles\": { \"p\": ", row(p), ",\n  \"normal\": ", row(qnorm(p)), ",\n  \"studentT\": [", paste(t_rows, collapse = ",\n    "), "] }\n}\n", sep = "")
