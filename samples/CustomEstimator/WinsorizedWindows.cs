using TypedTune.Learning;

namespace CustomEstimator;

#region pipeline
[Pipeline]
public sealed partial record WinsorizedWindows
{
    public Winsorizer Winsorize { get; init; } = new();
    public ParzenWindows Windows { get; init; } = new();
}
#endregion
