namespace TypedTune.Learning;

/// <summary>The selected candidate, fitted on all rows: the model, or the reason why there is no model.</summary>
/// <param name="Model">Gives the model, or throws.</param>
/// <param name="Time">How long it took.</param>
internal readonly record struct Refit<TFitted>(Func<TFitted> Model, TimeSpan Time);
