using System.Diagnostics;

namespace TypedTune;

/// <summary>
/// An activity of the source <see cref="TypedTuneDiagnostics.ActivitySourceName"/>, if anybody listens; disposing of it ends it. What listeners throw is dropped, so that
/// it costs no result.
/// </summary>
public readonly struct GuardedActivity : IDisposable
{
    private readonly Activity? _activity;

    /// <summary>Starts an activity.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parent">The activity around it, on whatever thread that is; default the current one.</param>
    public GuardedActivity(string name, ActivityContext parent = default)
    {
        try
        {
            _activity = TypedTuneDiagnostics.ActivitySource.StartActivity(name, ActivityKind.Internal, parent);
        }
        catch (Exception)
        {
            _activity = null;
        }
    }

    /// <summary>Adds a fact.</summary>
    /// <param name="name">The name of the tag.</param>
    /// <param name="value">Its value.</param>
    public void Tag(string name, object? value) => _activity?.SetTag(name, value);

    /// <summary>Says that what the activity is around has failed.</summary>
    /// <param name="error">What was thrown.</param>
    public void Fail(Exception error) => _activity?.SetStatus(ActivityStatusCode.Error, ExceptionMessage.From(error));

    /// <summary>Ends the activity.</summary>
    public void Dispose()
    {
        try
        {
            _activity?.Dispose();
        }
        catch (Exception)
        {
            // The listener's own trouble; see TypedTuneDiagnostics.
        }
    }
}
