using TypedTune.Learning;

namespace CustomEstimator;

#region persistence
public sealed partial class FittedWinsorizer : IPersistentModel<FittedWinsorizer>
{
    static string IPersistentModel<FittedWinsorizer>.ModelName => nameof(Winsorizer);

    void IPersistentModel<FittedWinsorizer>.Write(ModelWriter writer)
    {
        writer.FeatureNames("Names", names);
        writer.Numbers("Lows", [.. limits.Select(limit => limit.Low)]);
        writer.Numbers("Highs", [.. limits.Select(limit => limit.High)]);
    }

    static FittedWinsorizer IPersistentModel<FittedWinsorizer>.Read(ModelReader reader)
    {
        var (names, lows, highs) = (reader.FeatureNames("Names"), reader.Numbers("Lows"), reader.Numbers("Highs"));
        reader.Require(lows.Length == names.Count && highs.Length == names.Count && lows.Zip(highs).All(limit => limit.First <= limit.Second), "a column has no limits");
        return new(names, [.. lows.Zip(highs)]);
    }
}
#endregion
