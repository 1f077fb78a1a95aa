using CustomEstimator;

namespace TypedTune.Learning.Tests;

/// <summary>An estimator of one's own as the last step of a pipeline.</summary>
[Pipeline]
public sealed partial record ScaledWindows
{
    public StandardScaler Scale { get; init; } = new();
    public ParzenWindows Windows { get; init; } = new();
}
