namespace TypedTune.Learning;

/// <summary>An estimator that predicts labels. Metrics are typed by it, so that one for numbers cannot score it.</summary>
public interface IClassification;
