using TypedTune.Learning;

namespace CustomEstimator;

public sealed partial class FittedParzenWindows : IPersistentModel<FittedParzenWindows>
{
    static string IPersistentModel<FittedParzenWindows>.ModelName => nameof(ParzenWindows);

    void IPersistentModel<FittedParzenWindows>.Write(ModelWriter writer)
    {
        writer.Configuration("Configuration", windows);
        writer.Matrix("Rows", rows);
        writer.Categories("Target", target);
        writer.Numbers("Weights", weights);
    }

    // Fitting checks all that a file may have wrong.
    static FittedParzenWindows IPersistentModel<FittedParzenWindows>.Read(ModelReader reader) =>
        reader.Configuration("Configuration", new ParzenWindows()).Fit(reader.Matrix("Rows"), reader.Categories("Target"), reader.Numbers("Weights"));
}
