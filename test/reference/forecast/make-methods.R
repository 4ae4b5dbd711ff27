# Makes methods.json: the fitted methods of the registry by R's `forecast` and `stats` packages, and by their published recursions where those lack
# one (DOTM, SBA, TSB). Run once: Rscript make-methods.R > methods.json. Neither the product nor its tests need R.
suppressPackageStartupMessages(library(forecast))

number <- function(x) ifelse(is.finite(x), formatC(x, digits = 12, format = "g"), "null")
row <- function(x) paste0("[", paste(trimws(number(as.numeric(x))), collapse = ", "), "]")
text <- function(x) paste0("\"", x, "\"")
one <- function(x) trimws(number(as.numeric(x)))
levels <- c(80, 95)

series <- list(
  list(name = "AirPassengers monthly 1949-1956", y = window(AirPassengers, end = c(1956, 12)), h = 15),
  list(name = "USAccDeaths monthly", y = USAccDeaths, h = 12),
  list(name = "UKgas quarterly 1960-1974", y = window(UKgas, end = c(1974, 4)), h = 8),
  list(name = "Sixteen quarters of a small firm", y = ts(c(410, 532, 488, 790, 455, 561, 530, 861, 470, 603, 541, 902, 512, 640, 588, 951), frequency = 4), h = 4),
  list(name = "Nile yearly", y = Nile, h = 6)
)

ends <- function(f) paste0("{ \"middle\": ", row(f$mean), ",\n        \"low80\": ", row(f$lower[, 1]), ",\n        \"high80\": ", row(f$upper[, 1]),
  ",\n        \"low95\": ", row(f$lower[, 2]), ",\n        \"high95\": ", row(f$upper[, 2]), " }")
fitted_ets <- function(y, h, model, damped = FALSE) forecast(ets(y, model = model, damped = damped, bounds = "usual"), h = h, level = levels)

# The dynamic optimised Theta model of Fiorucci and others (2016), sums of squares from the second value on.
dotm_walk <- function(y, l, alpha, theta, h, add = rep(0, h)) {
  n <- length(y); level <- l; mean <- 0; A <- 0; B <- 0; sse <- 0; out <- c()
  for (t in 1:(n + h)) {
    mu <- if (t == 1) level else level + (1 - 1 / theta) * ((1 - alpha)^(t - 1) * A + (1 - (1 - alpha)^t) / alpha * B)
    v <- if (t <= n) y[t] else mu + add[t - n]
    if (t <= n) { if (t > 1) sse <- sse + (v - mu)^2 } else out <- c(out, v)
    level <- alpha * v + (1 - alpha) * level
    B <- if (t == 1) 0 else ((t - 2) * B + 6 / t * (v - mean)) / (t + 1)
    mean <- ((t - 1) * mean + v) / t
    A <- mean - (t + 1) / 2 * B
  }
  list(sse = sse, out = out)
}
dotm <- function(s) {
  y <- as.numeric(s$y); m <- frequency(s$y); n <- length(y); season <- rep(1, n + s$h)
  if (m > 1) {
    a <- acf(y, lag.max = m, plot = FALSE)$acf[-1]
    if (n >= 3 * m && abs(a[m]) > 1.645 * sqrt((1 + 2 * sum(a[-m]^2)) / n)) {
      f <- decompose(s$y, type = "multiplicative")$figure
      season <- f[((seq_len(n + s$h) - 1) + (cycle(s$y)[1] - 1)) %% m + 1]
    }
  }
  x <- y / season[1:n]; scale <- sd(x)
  cost <- function(p) if (p[2] < 0.1 || p[2] > 0.99 || p[3] < 1) 1e30 else dotm_walk(x, x[1] + p[1] * scale, p[2], p[3], 1)$sse
  best <- NULL
  for (start in list(c(0, 0.5, 2), c(0, 0.2, 4), c(0, 0.8, 1.5), c(-1, 0.3, 10))) {
    o <- optim(start, cost, control = list(maxit = 20000, reltol = 1e-14))
    for (again in 1:3) o <- optim(o$par, cost, control = list(maxit = 20000, reltol = 1e-14))
    if (is.null(best) || o$value < best$value) best <- o
  }
  p <- best$par; l <- x[1] + p[1] * scale
  middle <- dotm_walk(x, l, p[2], p[3], s$h)$out * season[n + seq_len(s$h)]
  sigma <- sqrt(best$value / (n - 3))
  set.seed(7)
  paths <- replicate(20000, dotm_walk(x, l, p[2], p[3], s$h, rnorm(s$h, 0, sigma))$out * season[n + seq_len(s$h)])
  paste0("{ \"sse\": ", one(best$value), ", \"middle\": ", row(middle), ",\n        \"sd\": ", row(apply(paths, 1, sd)), ", \"sdOfSum\": ", one(sd(colSums(paths))), " }")
}

tsb <- function(y, a) {
  first <- which(y != 0)[1]; size <- y[first]; chance <- 1 / first
  for (t in seq_along(y)) if (t > first) {
    chance <- chance + a * ((y[t] != 0) - chance)
    if (y[t] != 0) size <- size + a * (y[t] - size)
  }
  size * chance
}

regress <- function(s) {
  y <- s$y; m <- frequency(y); n <- length(y); all <- n + s$h
  days <- 20 + (seq_len(all) * 7) %% 5 + (seq_len(all) %% 3) / 2
  data <- data.frame(y = as.numeric(y), trend = 1:n, place = factor((0:(n - 1)) %% max(m, 1)), days = days[1:n])
  ahead <- data.frame(trend = n + seq_len(s$h), place = factor((n:(all - 1)) %% max(m, 1), levels = levels(data$place)), days = days[(n + 1):all])
  formula <- if (m > 1) y ~ trend + place + days else y ~ trend + days
  fit <- lm(formula, data)
  X <- model.matrix(delete.response(terms(fit)), ahead)
  ours <- summary(fit)$sigma
  mid <- predict(fit, ahead, interval = "prediction", level = 0.8); wide <- predict(fit, ahead, interval = "prediction", level = 0.95)
  sums <- colSums(X); se_sum <- sqrt(ours^2 * s$h + drop(t(sums) %*% vcov(fit) %*% sums))
  plain <- forecast(if (m > 1) tslm(y ~ trend + season) else tslm(y ~ trend), h = s$h, level = levels)
  ci <- confint(fit)
  paste0("{ \"days\": ", row(days), ",\n        \"coefficients\": ", row(coef(fit)), ", \"low95\": ", row(ci[, 1]), ", \"high95\": ", row(ci[, 2]),
    ",\n        \"sigma\": ", one(ours), ", \"rSquared\": ", one(summary(fit)$r.squared), ", \"seOfSum\": ", one(se_sum),
    ",\n        \"driven\": { \"middle\": ", row(mid[, 1]), ", \"low80\": ", row(mid[, 2]), ", \"high80\": ", row(mid[, 3]), ", \"low95\": ", row(wide[, 2]), ", \"high95\": ", row(wide[, 3]), " },",
    "\n        \"plain\": ", ends(plain), " }")
}

parts <- c()
for (s in series) {
  m <- frequency(s$y)
  winters <- if (m > 1) { a <- ets(s$y, "AAA", damped = FALSE, bounds = "usual"); b <- ets(s$y, "MAM", damped = FALSE, bounds = "usual"); if (b$aicc < a$aicc) b else a }
  free <- ets(s$y, bounds = "usual")
  described <- function(fit) paste0("{ \"form\": ", text(sub("ETS\\(([AM]),(N|Ad?),([NAM])\\)", "ETS(\\1,\\2,\\3)", fit$method)), ", \"aicc\": ", one(fit$aicc), ", \"forecast\": ", ends(forecast(fit, h = s$h, level = levels)), " }")
  parts <- c(parts, paste0("  { \"name\": ", text(s$name), ", \"seasonLength\": ", m, ", \"horizon\": ", s$h, ", \"values\": ", row(s$y),
    ",\n    \"simple\": ", ends(ses(s$y, h = s$h, level = levels)),
    ",\n    \"holt\": ", ends(fitted_ets(s$y, s$h, "AAN")), ",\n    \"damped\": ", ends(fitted_ets(s$y, s$h, "AAN", TRUE)),
    if (m > 1) paste0(",\n    \"holtWinters\": ", described(winters), ",\n    \"stlEts\": ", ends(stlf(s$y, h = s$h, s.window = 11, level = levels))) else "",
    ",\n    \"ets\": ", described(free), ",\n    \"theta\": ", dotm(s), ",\n    \"regression\": ", regress(s), " }"))
}
rare <- list(c(0, 0, 6, 0, 0, 6), c(3, 0, 0, 5, 0, 1, 0, 0, 0, 4), c(0, 2, 0, 0, 0, 0, 7, 1, 0, 0, 0))
rates <- sapply(rare, function(y) { c1 <- croston(y, h = 1, alpha = 0.1)$mean[1]
  paste0("  { \"values\": ", row(y), ", \"croston\": ", one(c1), ", \"sba\": ", one(c1 * 0.95), ", \"tsb\": ", one(tsb(y, 0.1)), " }") })
cat("{\n\"madeWith\": ", text(paste0(R.version.string, ", forecast ", packageVersion("forecast"))), ",\n\"series\": [\n", paste(parts, collapse = ",\n"),
  "\n],\n\"rates\": [\n", paste(rates, collapse = ",\n"), "\n] }\n", sep = "")
