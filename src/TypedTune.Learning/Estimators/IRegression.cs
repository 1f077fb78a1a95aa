namespace TypedTune.Learning;

/// <summary>An estimator that predicts numbers. Metrics are typed by it, so that one for labels cannot score it.</summary>
public interface IRegression;
